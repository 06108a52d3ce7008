/// Sizes of workloads: what is proposed, what speaks against it, and sliders that answer while they are dragged.
package io.plimsoll.app.screen.rightsizing;
