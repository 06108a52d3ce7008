/// The controls that screens are made of. Each exists once; none knows a screen.
package io.plimsoll.app.control;
