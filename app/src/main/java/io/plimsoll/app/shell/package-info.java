/// The window's frame: top bar, navigator, filter row, content, status bar, notifications, error panel.
package io.plimsoll.app.shell;
