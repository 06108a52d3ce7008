/// Pure arrays: calendars, gaps, robust statistics, downsampling. No SQL, no threads.
package io.plimsoll.analysis.series;
