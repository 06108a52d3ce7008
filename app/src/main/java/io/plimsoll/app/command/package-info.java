/// Every action once. Menu bar, buttons, palette and key sheet all come from the same list.
package io.plimsoll.app.command;
