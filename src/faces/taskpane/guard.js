/*
 * Runs before anything else, in whatever browser Office brings, so it is written in the JavaScript of 2009 and never rewritten by the build: it says in
 * one sentence what is missing, and what still works, where the panel cannot start.
 */
(function () {
  var messages = {
    old: ['Phiên bản Excel này quá cũ', 'Cần Excel 2021, Microsoft 365 hoặc Excel trên web. Bạn vẫn dùng được bàn làm việc của Phụ lục trong trình duyệt.'],
    silent: ['Excel chưa trả lời sau 5 giây', 'Có thể Excel đang tính, đang mở hộp thoại, hoặc mạng đang chặn thư viện của Office. Bảng không bị ảnh hưởng. Đóng khung này rồi mở lại.'],
    outside: ['Trang này chạy trong Excel', 'Mở Excel, vào thẻ Phụ lục rồi bấm Mở khung Phụ lục. Bạn vẫn dùng được bàn làm việc của Phụ lục trong trình duyệt.'],
    broken: ['Phụ lục không khởi động được', 'Bảng không bị ảnh hưởng. Đóng khung này rồi mở lại; nếu vẫn vậy, hãy dùng bàn làm việc của Phụ lục trong trình duyệt.']
  };
  var ended = false;

  function say(key) {
    if (ended) return;
    var place = document.getElementById('panel');
    if (!place) return window.setTimeout(function () { say(key); }, 50);
    ended = key !== 'silent';
    while (place.firstChild) place.removeChild(place.firstChild);
    var box = document.createElement('div');
    box.setAttribute('role', 'alert');
    box.style.cssText = 'font:14px/20px Segoe UI,Arial,sans-serif;padding:16px;margin:12px;border:1px solid #d1d1d1;border-radius:6px';
    var title = document.createElement('b');
    title.appendChild(document.createTextNode(messages[key][0]));
    var text = document.createElement('p');
    text.appendChild(document.createTextNode(messages[key][1]));
    box.appendChild(title);
    box.appendChild(text);
    place.appendChild(box);
  }

  // What the panel's own code is written in: engines without it cannot even read it.
  var isOld = typeof BigInt === 'undefined' || !Array.prototype.toSorted || !window.CSS || !CSS.supports || !CSS.supports('selector(:has(a))');
  var timer = 0;
  // Excel keeps the page in the background for functions: nobody waits for the panel then.
  function watch() {
    var isSeen = document.visibilityState !== 'hidden' && window.innerWidth > 0;
    timer = isSeen || isOld ? window.setTimeout(function () { say(isOld ? 'old' : 'silent'); }, isOld ? 0 : 5000) : window.setTimeout(watch, 500);
  }
  watch();
  window.phulucGuard = {
    /** The panel is there, or says itself what is wrong. */
    done: function () { window.clearTimeout(timer); ended = true; },
    say: function (key) { window.clearTimeout(timer); say(key); }
  };
})();
