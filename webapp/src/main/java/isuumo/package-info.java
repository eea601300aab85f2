/** Placeholder. */
package isuumo;
