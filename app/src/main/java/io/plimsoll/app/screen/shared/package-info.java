/// Parts that more than one screen puts together from what the services answer. Models only, no nodes.
package io.plimsoll.app.screen.shared;
