/** What the benchmark holds for true while a run is on, and the contract's filters said plainly. */
package isuumo.bench.truth;
