/*
 * Runs before anything else, in whatever browser Office brings, so it is written in the JavaScript of 2009 and stands in the page as it is: it says in
 * one sentence what is missing, and what still works, where the panel cannot start. It asks for the files of the page all at once: a
 * browser that has seen a security policy in a page looks no further ahead by itself. And it keeps a press of the frame's button, which the
 * panel does when it can.
 */
(function (parts) {
  var messages = {
    vi: {
      old: ['Phiên bản Excel này quá cũ', 'Cần Excel 2021, Microsoft 365 hoặc Excel trên web. Bạn vẫn dùng được bàn làm việc của Phụ lục trong trình duyệt.'],
      blocked: ['Không tải được thư viện của Office', 'Mạng có thể đang chặn. Bảng không bị ảnh hưởng. Kiểm tra mạng rồi bấm Thử lại.'],
      silent: ['Excel chưa trả lời sau 5 giây', 'Có thể Excel đang tính, đang mở hộp thoại, hoặc mạng đang chặn thư viện của Office. Bảng không bị ảnh hưởng. Đợi thêm, hoặc bấm Thử lại.'],
      outside: ['Trang này chạy trong Excel', 'Mở Excel, vào thẻ Phụ lục rồi bấm Mở khung Phụ lục. Bạn vẫn dùng được bàn làm việc của Phụ lục trong trình duyệt.'],
      broken: ['Phụ lục không khởi động được', 'Bảng không bị ảnh hưởng. Bấm Thử lại; nếu vẫn vậy, hãy dùng bàn làm việc của Phụ lục trong trình duyệt.'],
      retry: 'Thử lại',
      help: ['Xem cách dùng', 'help.html#start']
    },
    en: {
      old: ['This Excel is too old', 'Excel 2021, Microsoft 365 or Excel on the web is needed. The workbench of Phụ lục in a browser still works.'],
      blocked: ['Office’s library could not be loaded', 'The network may block it. The workbook is untouched. Check the network, then press Retry.'],
      silent: ['Excel has not answered for 5 seconds', 'It may be calculating or showing a dialog, or the network may block Office’s library. The workbook is untouched. Wait, or press Retry.'],
      outside: ['This page runs in Excel', 'Open Excel, go to the tab Phụ lục and press Open the panel. The workbench of Phụ lục in a browser still works.'],
      broken: ['Phụ lục could not start', 'The workbook is untouched. Press Retry; if that does not help, use the workbench of Phụ lục in a browser.'],
      retry: 'Retry',
      help: ['How to', 'help.html#start-en']
    }
  };
  var ended = false;
  var pressed = false;
  var chosen = null;

  /** What is said first is the reason: what fails after it fails because of it. */
  function say(key) {
    window.clearTimeout(timer);
    if (ended || (chosen && chosen !== 'silent')) return;
    chosen = key;
    show();
  }

  function show() {
    if (ended) return;
    var key = chosen;
    // The language that the frame has.
    var texts = messages[document.documentElement.lang];
    // The button goes with the frame, and with it what it was to do.
    pressed = false;
    var place = document.getElementById('panel');
    if (!place) return window.setTimeout(show, 50);
    while (place.firstChild) place.removeChild(place.firstChild);
    var box = document.createElement('div');
    box.setAttribute('role', 'alert');
    box.style.cssText = 'font:14px/20px Segoe UI,Arial,sans-serif;padding:16px;margin:12px;border:1px solid #d1d1d1;border-radius:6px';
    var title = document.createElement('b');
    title.appendChild(document.createTextNode(texts[key][0]));
    var text = document.createElement('p');
    text.appendChild(document.createTextNode(texts[key][1]));
    box.appendChild(title);
    box.appendChild(text);
    // Another try changes neither the version of Excel nor that there is none.
    box.appendChild(key === 'old' || key === 'outside' ? link(texts.help) : button(texts.retry));
    place.appendChild(box);
  }

  /** The page that tells what works where the panel does not; it needs no script. */
  function link(help) {
    var page = document.createElement('a');
    page.href = help[1];
    page.target = '_blank';
    page.appendChild(document.createTextNode(help[0]));
    return page;
  }

  function button(name) {
    var again = document.createElement('button');
    again.type = 'button';
    again.style.cssText = 'font:inherit;padding:4px 12px;cursor:pointer';
    again.appendChild(document.createTextNode(name));
    again.addEventListener('click', function () { window.location.reload(); });
    return again;
  }

  /** The frame's button says that it was heard; pressed again, it says no more. */
  function hear(event) {
    var pressable = event.target;
    var said = pressable.getAttribute && pressable.getAttribute('data-heard');
    if (!said || pressed || ended) return;
    pressed = true;
    pressable.setAttribute('aria-disabled', 'true');
    pressable.firstChild.nodeValue = said;
    var frame = pressable.parentNode;
    while (frame.className !== 'frame') frame = frame.parentNode;
    var status = frame.querySelector('[role=status]');
    status.firstChild.nodeValue = status.getAttribute('data-heard');
  }
  document.addEventListener('click', hear, false);

  /** Asks for files before the scripts that use them are reached; a browser that does not know of it asks for them then. */
  function fetchAhead(files) {
    for (var i = 0; i < files.length; i += 1) {
      var link = document.createElement('link');
      link.rel = 'preload';
      link.as = files[i].slice(-4) === '.css' ? 'style' : 'script';
      link.href = files[i];
      document.head.appendChild(link);
    }
  }

  // The frame in the language of Office, as its address tells it, and without what a user was told before.
  function chooseFrame() {
    var page = document.documentElement;
    if (/\$en-/i.test(window.location.search)) page.lang = 'en';
    try { if (window.localStorage.getItem('phuluc.greeted') !== null) page.className = 'greeted'; } catch (error) { /* It is told once more then. */ }
  }

  // A script that does not come tells of it here alone.
  window.addEventListener('error', function (event) {
    var source = event.target && event.target.src;
    if (source) say(source.indexOf('office.js') === -1 ? 'broken' : 'blocked');
  }, true);

  // What the panel's own code is written in: engines without it cannot even read it.
  function isTooOld() {
    return typeof BigInt === 'undefined' || !Array.prototype.toSorted || !window.CSS || !CSS.supports || !CSS.supports('selector(:has(a))');
  }
  var isOld = isTooOld();
  var timer = 0;
  // Excel keeps the page in the background for functions: nobody waits for the panel then.
  function isSeen() {
    return document.visibilityState !== 'hidden' && window.innerWidth > 0;
  }
  function watch() {
    timer = isSeen() || isOld ? window.setTimeout(function () { say(isOld ? 'old' : 'silent'); }, isOld ? 0 : 5000) : window.setTimeout(watch, 500);
  }
  watch();
  if (!isOld) fetchAhead(isSeen() ? parts.page.concat(parts.panel) : parts.page);
  // After the files were asked for: the first look into what a browser keeps takes it as long as a file.
  chooseFrame();
  window.phulucGuard = {
    isOld: isOld,
    /** The panel is there, or says itself what is wrong. */
    done: function () { window.clearTimeout(timer); ended = true; },
    isPressed: function () { return pressed; },
    say: say
  };
})(PHULUC_PARTS);
