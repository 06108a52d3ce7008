/// The bill: FOCUS as the one schema, its import, the daily cube, and every view of cost. `Billing` is the service; `read` has one
/// class per provider's format, `stage` works in the import's child process, `load` in the workspace, `cost` answers questions.
package io.plimsoll.analysis.billing;
