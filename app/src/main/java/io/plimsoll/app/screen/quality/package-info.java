/// How the loaded files hold against the rules of FOCUS: counts, every rule, and rows that don't comply.
package io.plimsoll.app.screen.quality;
