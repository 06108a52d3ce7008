/// Resources that cost money and do nothing.
package io.plimsoll.app.screen.idle;
