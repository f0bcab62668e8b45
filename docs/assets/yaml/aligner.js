/* Which elements of a list became which: the cheapest way from one list to the other. */

export function same(one, other) {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
}

/* Pairs of ranks `[in old, in fresh]`, in order; one of the two is undefined for an element
   that left or that came. */
export function aligned(old, fresh) {
  const cost = costs(old, fresh);
  const steps = [];
  let [i, j] = [old.length, fresh.length];
  while (i || j) {
    if (i && j && cost[i][j] === cost[i - 1][j - 1] + distance(old[i - 1], fresh[j - 1])) steps.push([--i, --j]);
    else if (j && cost[i][j] === cost[i][j - 1] + 1) steps.push([undefined, --j]);
    else steps.push([--i, undefined]);
  }
  return steps.reverse();
}

/* `cost[i][j]`: of the way from the first `i` of one list to the first `j` of the other. */
function costs(old, fresh) {
  const cost = old.concat(0).map((_, i) => [i]);
  for (let j = 1; j <= fresh.length; j++) {
    cost[0][j] = j;
    for (let i = 1; i <= old.length; i++) {
      const changed = cost[i - 1][j - 1] + distance(old[i - 1], fresh[j - 1]);
      cost[i][j] = Math.min(changed, cost[i - 1][j] + 1, cost[i][j - 1] + 1);
    }
  }
  return cost;
}

/* 0 for the same values, 2 for two that share nothing: as much as one that leaves, one that comes. */
function distance(one, other) {
  if (same(one, other)) return 0;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return 1.5;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const kept = [...keys].filter((key) => Object.hasOwn(one, key) && same(one[key], other[key]));
  return 2 - kept.length / keys.size;
}
