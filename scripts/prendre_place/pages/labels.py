"""Words shown for the keys of the model."""

LANGUAGES = {
    "en": "Anglais",
    "de": "Allemand",
    "es": "Espagnol",
    "it": "Italien",
    "la": "Latin",
    "nl": "Néerlandais",
    "pt": "Portugais",
}
LOGICS = {
    "aide": "Aide",
    "entraide": "Entraide",
    "militante": "Logique militante",
    "multilaterale": "Logique multilatérale",
}
RESOURCES = {
    "reciprocite": "Réciprocité",
    "marche": "Marché",
    "redistribution": "Redistribution",
    "emplois": "Emplois",
    "dynamique": "Dynamique",
}
# From none to the heaviest: a matter of words, as sources give no comparable amounts.
WEIGHTS = {
    "aucune": "aucune",
    "presente": "présente",
    "en-debat": "en débat",
    "decisive": "décisive",
}
EMERGENCE = {
    "patrimoine": "Patrimoine et affinités",
    "protection": "Protection et difficultés",
    "utopie": "Utopie et finalité",
}
EVIDENCE = {
    "entretien": "Entretiens",
    "observation": "Observation",
    "atelier": "Atelier",
    "document": "Document",
    "litterature": "Littérature",
}
NATURES = {"enoncee": "Énoncée dans le rapport", "deduite": "Déduite par le projet"}
APPRECIATIONS = {
    "en-place": "En place",
    "en-chemin": "En chemin",
    "a-travailler": "À travailler",
    "avis-partages": "Avis partagés",
    "sans-objet": "Sans objet",
    "sans-reponse": "Sans réponse",
}
