/// What a dump of the cluster says against what Git says.
package io.plimsoll.app.screen.drift;
