// Prints a draft of the generator's, JSON line by line, as the CSV that POST /api/chair and /api/estate take.
// Usage: node draft-csv.mjs chair|estate FILE
import { readFileSync } from 'node:fs';

const COLUMNS = {
  chair: 'id name description thumbnail price height width depth color features kind popularity stock',
  estate: 'id name description thumbnail address latitude longitude rent doorHeight doorWidth features popularity',
};

const [kind, file] = process.argv.slice(2);
const columns = COLUMNS[kind].split(' ');
for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
  const row = JSON.parse(line);
  console.log(columns.map((column) => `"${String(row[column]).replaceAll('"', '""')}"`).join(','));
}
