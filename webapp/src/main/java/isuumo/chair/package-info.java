/** Chairs: what describes them, and what is theirs alone: stock, purchases, and the sides that a door must let through. */
package isuumo.chair;
