/// Starts the window. `Wiring` creates what it needs; read it first.
package io.plimsoll.app;
