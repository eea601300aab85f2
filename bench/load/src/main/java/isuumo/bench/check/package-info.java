/** What can be wrong in an answer: pure functions over an answer and the truth. */
package isuumo.bench.check;
