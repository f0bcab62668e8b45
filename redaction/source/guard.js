// No request but to this site and to the Git host: Sveltia CMS also asks others (its own new
// version, the state of GitHub, portraits). The page's policy refuses them; here they are not
// even tried.
export const guard = (hosts) => {
  const allowed = new Set([location.origin, ...hosts]);
  const send = window.fetch.bind(window);
  window.fetch = async (resource, options) => {
    const url = new URL(resource.url ?? resource, document.baseURI);
    if (["http:", "https:"].includes(url.protocol) && !allowed.has(url.origin)) {
      throw new TypeError(`Demande à ${url.origin} écartée`);
    }
    const answer = await send(resource, options);
    return url.pathname.endsWith("/user") && answer.ok ? withoutPortrait(answer) : answer;
  };
};

const withoutPortrait = async (answer) => {
  const { avatar_url, ...account } = await answer.json();
  return Response.json(account);
};
