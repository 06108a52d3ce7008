/// Everything that Plimsoll computes. Start reading at `Workbench`, which hands out one service an area.
package io.plimsoll.analysis;
