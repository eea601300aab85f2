/** From answer bytes to rows of the truth, parsing each row once. */
package isuumo.bench.wire;
