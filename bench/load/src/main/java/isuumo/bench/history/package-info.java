/**
 * Proof under faults: clients that write down every call with its time, and a checker that judges what they saw.
 *
 * <p>{@link isuumo.bench.history.Recorder} makes a history, {@link isuumo.bench.history.Checker} judges one; it knows
 * neither servers nor faults, so that it can be tested with histories made by hand.
 */
package isuumo.bench.history;
