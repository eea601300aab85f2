/** The phases of a run and what they share. Start at {@link isuumo.bench.run.BenchRun}. */
package isuumo.bench.run;
