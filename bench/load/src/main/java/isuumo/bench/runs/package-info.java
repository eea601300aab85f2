/** Runs that are kept: a folder each, what was run in it, and how far two runs of the same thing differ. */
package isuumo.bench.runs;
