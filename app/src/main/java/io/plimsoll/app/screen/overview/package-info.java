/// What is spent, what moved, and whether the numbers can be trusted.
package io.plimsoll.app.screen.overview;
