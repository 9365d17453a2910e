/*
 * Shows the sentence that the address names, with its numbers. In the JavaScript of 2009: this page is for the oldest hosts.
 * Only numbers and known words are taken from the address: nobody can put a text of their own on this page.
 */
(function () {
  var facts = {};

  function read(pair) {
    var parts = pair.split('=');
    if (/^(?:is|marked|lang|errors|missing|warnings|unchecked)$/.test(parts[0]) && /^[a-z\d-]{1,20}$/.test(parts[1])) facts[parts[0]] = parts[1];
  }

  function show(element) {
    var is = element.getAttribute('data-is');
    var of = element.getAttribute('data-of');
    if (of) element.textContent = /^\d+$/.test(facts[of]) ? facts[of] : '?';
    else if (is) element.hidden = is !== (facts.is || 'refused');
    else element.hidden = facts.marked !== 'yes';
  }

  var pairs = window.location.search.slice(1).split('&');
  for (var i = 0; i < pairs.length; i += 1) read(pairs[i]);
  var lang = facts.lang === 'en' ? 'en' : 'vi';
  document.documentElement.lang = lang;
  var section = document.querySelector('section[lang=' + lang + ']');
  var parted = section.querySelectorAll('[data-is], [data-marked], [data-of]');
  for (var k = 0; k < parted.length; k += 1) show(parted[k]);
  section.hidden = false;
})();
