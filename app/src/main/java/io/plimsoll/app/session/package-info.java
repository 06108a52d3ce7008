/// What the window remembers from one start to the next, in one small JSON file of the user's.
package io.plimsoll.app.session;
