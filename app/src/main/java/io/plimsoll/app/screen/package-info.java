/// What every screen is given and shares: the context, the way from the filter to a question, what is compared with what, and
/// where a cost comes from. One folder a screen: `XxxView` lays out, `XxxModel` holds properties and no node.
package io.plimsoll.app.screen;
