// Values as the form and the file agree on them: nothing empty, no blank around a text.

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export const isText = (value) => typeof value === "string";

// The same value without what stands for nothing, undefined when nothing is left. An editor adds
// such values to fields that nobody filled: null, "", [], {}, and `false` to an unticked box.
export const cleaned = (value) => {
  if (isText(value)) return value.replace(/\r\n?/g, "\n").trim() || undefined;
  if (Array.isArray(value)) {
    const items = value.map(cleaned).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (isMap(value)) {
    const entries = Object.entries(value).map(([name, item]) => [name, cleaned(item)]);
    const filled = entries.filter(([, item]) => item !== undefined);
    return filled.length ? Object.fromEntries(filled) : undefined;
  }
  return value === null || value === false ? undefined : value;
};

// Whether two cleaned values read the same in a form: 2021 and "2021" do.
export const same = (a, b) => {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  }
  if (isMap(a) && isMap(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => name in b && same(a[name], b[name]))
    );
  }
  return a === b || (isScalar(a) && isScalar(b) && String(a) === String(b));
};

const isScalar = (value) => value !== undefined && value !== null && typeof value !== "object";

// How alike two cleaned values are, from 0 to 1: 1 only for the same value.
export const likeness = (a, b) => {
  if (same(a, b)) return 1;
  if (isText(a) && isText(b)) return 0.99 * textLikeness(a, b);
  if (isMap(a) && isMap(b)) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return 0.99 * mean(names.map((name) => likeness(a[name], b[name])));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    const longest = a.length >= b.length ? [a, b] : [b, a];
    return 0.99 * mean(longest[0].map((item, index) => likeness(item, longest[1][index])));
  }
  return 0;
};

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const textLikeness = (a, b) => {
  const shortest = Math.min(a.length, b.length);
  let before = 0;
  while (before < shortest && a[before] === b[before]) before += 1;
  let after = 0;
  while (after < shortest - before && a.at(-1 - after) === b.at(-1 - after)) after += 1;
  return (before + after) / Math.max(a.length, b.length);
};

// Which item of `after` each item of `before` has become: pairs of indexes, in both orders.
export const matched = (before, after) => {
  const best = Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0));
  const scores = before.map((a) => after.map((b) => likeness(a, b)));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], scores[i][j] + best[i + 1][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (scores[i][j] > 0 && best[i][j] === scores[i][j] + best[i + 1][j + 1]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (best[i][j] === best[i + 1][j]) i += 1;
    else j += 1;
  }
  return pairs;
};
