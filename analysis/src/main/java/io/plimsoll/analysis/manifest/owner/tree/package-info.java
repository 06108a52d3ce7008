/// Values in the making: trees that deployers merge and patch, whose leaves remember where they were written.
package io.plimsoll.analysis.manifest.owner.tree;
