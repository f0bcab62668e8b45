# The two commands of the README, and what they stand on.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE_READY := $(VENV)/.site-pret
TEST_READY := $(VENV)/.test-pret
CITATIONS := .vscode/sources.code-snippets
PDF_READY := $(VENV)/.pdf-pret
# How problems are told: texte, json, github or gitlab.
FORMAT ?= texte

.PHONY: site test apercu verifier comparer pdf liens mesure formulaire verrous propre

site: $(SITE_READY)
	@$(BIN)/prendre-place construire --format $(FORMAT)

test: $(TEST_READY)
	@scripts/installer-navigateur.sh
	@scripts/installer-npm.sh tests/editeur tests/html redaction
	@$(BIN)/ruff check --quiet scripts tests
	@$(BIN)/ruff format --quiet --check scripts tests
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/pytest

apercu: $(SITE_READY) $(CITATIONS)
	@$(BIN)/prendre-place apercu

verifier: $(SITE_READY) $(CITATIONS)
	@$(BIN)/prendre-place verifier --format $(FORMAT)

# What a proposal changes for readers: make comparer REF=origin/main
comparer: $(SITE_READY)
	@$(BIN)/prendre-place comparer "$(REF)" --format markdown

liens: $(SITE_READY)
	@$(BIN)/prendre-place liens --format $(FORMAT)

# VS Code proposes the references of the moment.
$(CITATIONS): bibliography.bib | $(SITE_READY)
	@$(BIN)/prendre-place editeur >/dev/null
	@touch $@

# All, or what NOMS names: make pdf NOMS="ptce glossaire".
pdf: site $(PDF_READY)
	@$(BIN)/prendre-place pdf $(NOMS)

# « make mesure GARDER=1 » keeps the numbers on the site.
mesure: $(SITE_READY)
	@$(BIN)/prendre-place mesure $(if $(GARDER),--garder)

# Makes the form again from the packages that redaction/package-lock.json locks; needs npm.
formulaire:
	@scripts/installer-npm.sh redaction
	@node redaction/construire.mjs

# Refreshes the locked versions; needs uv (https://docs.astral.sh/uv/).
verrous:
	uv pip compile pyproject.toml --extra build --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --quiet --upgrade -o verrous/site.txt
	uv pip compile pyproject.toml --extra build --extra pdf --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --quiet -c verrous/site.txt -o verrous/pdf.txt
	uv pip compile pyproject.toml --extra build --extra pdf --extra test --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --quiet -c verrous/pdf.txt -o verrous/test.txt

propre:
	rm -rf $(VENV) .cache site pdf rapport-liens

$(BIN)/python:
	@PYTHON="$(PYTHON)" scripts/creer-environnement.sh $(VENV)

$(SITE_READY): verrous/site.txt pyproject.toml | $(BIN)/python
	@echo "Installation des outils du site (une seule fois)…" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r verrous/site.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_READY): verrous/test.txt $(SITE_READY)
	@echo "Installation des outils de test (une seule fois)…" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r verrous/test.txt
	@touch $@

$(PDF_READY): verrous/pdf.txt $(SITE_READY)
	@echo "Installation de quoi écrire des PDF (une seule fois)…" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r verrous/pdf.txt
	@touch $@
