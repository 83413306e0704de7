import { type Family, familiesOf } from '../families.ts';
import { type Markup, markup } from '../markup.ts';
import { markerPath } from '../plot/marker-path.ts';
import type { ReportRow } from '../report-row.ts';
import { VIEW_TITLES, VIEWS, type View } from '../views.ts';

/** What chooses the rows and the columns; of no use, and not seen, without scripts. */
export function reportControls(rows: readonly ReportRow[]): Markup {
  const names = rows.map(({ name }) => name);
  return markup`<form id="controls" class="needs-script" role="search">
<fieldset id="views"><legend class="unseen">View</legend>${VIEWS.map(viewChoice)}</fieldset>
<div id="finder"><label class="unseen" for="filter">Filter by classifier and parameters</label><input id="filter" type="search" placeholder="Filter, as: svc rbf" autocomplete="off" spellcheck="false"><output id="count" for="filter">${rows.length} of ${rows.length}</output></div>
<fieldset id="families"><legend>Classifiers</legend><button type="button" id="every-family">None</button>${familiesOf(names).map((family) => familyChoice(family, names))}</fieldset>
</form>`;
}

function viewChoice(view: View): Markup {
  return markup`<label><input type="radio" name="view" value="${view}"${view === 'both' && markup` checked`}><span>${VIEW_TITLES[view]}</span></label>`;
}

function familyChoice(family: Family, names: readonly string[]): Markup {
  const count = names.filter((name) => name === family.name).length;
  return markup`<label title="${family.name}"><input type="checkbox" name="family" value="${family.name}" checked>${familyMark(family)}<span>${family.shortName}</span><small>${count}</small></label>`;
}

/** The mark of a family as in the plots. */
export function familyMark({ kind, shape }: Family): Markup {
  return markup`<svg class="swatch" viewBox="-6.5 -6.5 13 13" width="13" height="13" aria-hidden="true"><path class="kind-${kind}" d="${markerPath(shape)}"/></svg>`;
}
