/**
 * The data generator. Start at {@link isuumo.generator.Main} (command line) or {@link isuumo.generator.DataSet} (library).
 *
 * <pre>
 * Main -> DataSet -> OutputDirectory              which files are ours, and whether they are complete
 *                 -> ChairMaker, EstateMaker      item n of a kind, from the seed and n alone
 *                 -> SqlInserts, JsonLines, ConditionDocument     items to files
 *                 -> picture.PictureMaker         thumbnail n of a kind, from its hash
 * </pre>
 *
 * Same options, same bytes, on every machine, JDK and number of cores: every random draw comes from {@link
 * isuumo.generator.Dice}, every item has dice of its own, and no file depends on the order of the work.
 */
package isuumo.generator;
