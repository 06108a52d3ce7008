/// What Plimsoll knows of each billing format: how its header is recognised and which of its columns fills which of FOCUS.
/// Knows neither CSV nor JSON nor Parquet: all arrive as text columns.
package io.plimsoll.analysis.billing.read;
