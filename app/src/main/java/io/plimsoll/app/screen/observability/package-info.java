/// What logs, metrics and traces cost, which series nothing uses, and what a cut would blind.
package io.plimsoll.app.screen.observability;
