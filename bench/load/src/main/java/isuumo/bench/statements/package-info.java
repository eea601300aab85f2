/** The databases' slow logs, where every statement of a run is written: what each took. */
package isuumo.bench.statements;
