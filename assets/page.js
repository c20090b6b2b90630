/*
 * The one script of a document's page, and the page is whole without it: an anchor of a paragraph or an utterance
 * is a link; with this, following it also copies its address, and says so.
 */
(() => {
  if (!navigator.clipboard) return;
  const said = document.createElement('p');
  said.className = 'copied';
  said.setAttribute('role', 'status');
  document.body.append(said);
  let timer;
  document.addEventListener('click', (event) => {
    const anchor = event.target instanceof Element ? event.target.closest('a.anchor, .who a + a') : null;
    if (anchor === null) return;
    navigator.clipboard.writeText(anchor.href).then(
      () => {
        said.textContent = anchor.href;
        said.classList.add('shown');
        clearTimeout(timer);
        timer = setTimeout(() => said.classList.remove('shown'), 2500);
      },
      () => {},
    );
  });
})();
