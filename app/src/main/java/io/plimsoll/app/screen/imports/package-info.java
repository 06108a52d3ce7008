/// What is loaded: the files with their checks, the rows that could not be read, and loading more.
package io.plimsoll.app.screen.imports;
