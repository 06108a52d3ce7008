/// One piece for the screens that rank what was found and show one of it in full: idle resources, the cost of observability.
package io.plimsoll.app.screen.ranked;
