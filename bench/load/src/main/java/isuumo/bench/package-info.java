/**
 * The benchmark: the contest's rules from outside.
 *
 * <p>Flow: {@link isuumo.bench.Main} reads the command line ({@code cli}); {@code run.BenchRun} is all phases on one
 * screen; {@code story} has a file per user story; {@link isuumo.bench.Parameters} has every number. Imports go one way:
 * {@code cli -> run, report -> story, answers -> check -> wire -> truth, http -> data}; {@code score} is a leaf. Nothing
 * here imports the server.
 */
package isuumo.bench;
