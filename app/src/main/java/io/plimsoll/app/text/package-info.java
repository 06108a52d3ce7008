/// Every word and number that the window shows: one message bundle and one way to write numbers, money and dates.
package io.plimsoll.app.text;
