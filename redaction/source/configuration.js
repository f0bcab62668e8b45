// The configuration that the models give, ready for the editor.

// Lists that many fields share are written once in the file, and named in the fields.
const withChoices = (value, choices) => {
  if (Array.isArray(value)) return value.map((part) => withChoices(part, choices));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === "options" && typeof part === "string" ? choices[part] : withChoices(part, choices),
    ]),
  );
};

const today = () => new Date().toLocaleDateString("sv-SE"); // 2026-11-20

export const configuration = async (address) => {
  const answer = await fetch(address);
  const text = (await answer.text()).replaceAll("{{today}}", today());
  const { config, choices, hosts } = JSON.parse(text);
  return { config: { ...withChoices(config, choices), load_config_file: false }, hosts };
};
