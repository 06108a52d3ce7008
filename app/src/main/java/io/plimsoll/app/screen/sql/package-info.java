/// The user's own questions to the workspace, in SQL; nothing can be changed here.
package io.plimsoll.app.screen.sql;
