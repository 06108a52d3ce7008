/// Cost by any dimensions: a chart over time, and the groups one below the other down to the charges.
package io.plimsoll.app.screen.explore;
