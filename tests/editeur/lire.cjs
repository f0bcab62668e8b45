// The value of each YAML text of a JSON array, as VS Code's language server reads it.
const { Composer, Parser } = require('yaml');

function read(text) {
  const composer = new Composer({ strict: false, version: '1.2' });
  const [document] = composer.compose(new Parser().parse(text), true, text.length);
  if (document.errors.length) return { error: document.errors[0].message };
  try {
    return { value: document.toJS() };
  } catch (error) {
    return { error: error.message };
  }
}

const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const finite = (_, value) => (typeof value === 'number' && !isFinite(value) ? String(value) : value);
process.stdout.write(JSON.stringify(texts.map(read), finite));
