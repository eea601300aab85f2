/** Recorded answers: what to ask, what a plain computation answers, where they are kept. */
package isuumo.bench.answers;
