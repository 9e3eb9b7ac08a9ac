import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { type FieldFound, type FieldName, searchFields } from "../api/identity";
import classes from "./field-search.module.css";
import { useSettled, wordsOf } from "./hooks";

interface FieldSearchProps {
  label: string;
  description?: string;
  placeholder: string;
  error?: ReactNode;
  /** What the text says before anything is typed. */
  initial?: string;
  /** Offered before anything is typed. */
  recent?: readonly FieldName[];
  /** Called with a field that was picked, and with null when the text no longer names it. */
  onPick: (field: FieldName | null) => void;
  /** Whether the text is emptied after a pick, for the next one. */
  collects?: boolean;
}

const NO_FIELDS: readonly FieldName[] = [];

/** The levels of the standard ISCED-F 2013, said for those who don't know it. */
const LEVEL_WORDS: Record<FieldFound["level"], string> = {
  broad: "Broad field",
  narrow: "Narrow field",
  detailed: "Detailed field",
};

interface Found {
  query: string | null;
  fields: FieldFound[];
  problem: string | null;
}

/** Finds a field of the classification while its name is typed. */
export function FieldSearch(props: FieldSearchProps) {
  const { label, description, placeholder, error, initial = "" } = props;
  const { recent = NO_FIELDS, onPick, collects = false } = props;
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const { found, searching } = useFieldsFound(text, open);
  const combobox = useCombobox({
    opened: open,
    onOpenedChange: setOpen,
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const { selectFirstOption } = combobox;
  const typed = text.trim() !== "";
  const before = typed ? NO_FIELDS : recent;
  const broad = found.fields.filter(({ code }) => !before.some((field) => field.code === code));

  useEffect(() => {
    // Enter takes the best one.
    if (open && typed && found.fields.length > 0) selectFirstOption();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new list is the only reason to select anew
  }, [found]);

  function pick(code: string) {
    const field = [...before, ...found.fields].find((candidate) => candidate.code === code);
    if (!field) return;
    setText(collects ? "" : field.name);
    setOpen(false);
    onPick({ code: field.code, name: field.name });
  }

  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal={false}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          role="combobox"
          aria-autocomplete="list"
          label={label}
          description={description}
          placeholder={placeholder}
          error={error}
          value={text}
          maxLength={100}
          autoComplete="off"
          rightSection={searching && open ? <Loader size={18} /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setOpen(true);
            if (!collects) onPick(null);
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options
          mah={320}
          className={classes.options}
          aria-label="Suggestions"
          hidden={before.length + broad.length === 0}
        >
          {before.length > 0 && (
            <Combobox.Group label="You asked about">
              {before.map((field) => (
                <Combobox.Option key={field.code} value={field.code} className={classes.option}>
                  {field.name}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {!typed && broad.length > 0 && (
            <Combobox.Empty className={classes.hint}>
              Type a few letters, or start broad:
            </Combobox.Empty>
          )}
          {broad.map((field) => (
            <Combobox.Option key={field.code} value={field.code} className={classes.option}>
              {field.name}
              <small>{placeWords(field)}</small>
            </Combobox.Option>
          ))}
        </Combobox.Options>
        <Nothing found={found} searching={searching} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The level, and the fields above; in the classification some have the name of what they are in. */
function placeWords({ name, level, path }: FieldFound): string {
  const above = [...new Set(path.map((field) => field.name))].filter((other) => other !== name);
  return [LEVEL_WORDS[level], above.join(" › ")].filter((words) => words !== "").join(" · ");
}

function Nothing({ found, searching }: { found: Found; searching: boolean }) {
  if (found.problem !== null) return <Combobox.Empty>{found.problem}</Combobox.Empty>;
  if (found.fields.length > 0) return null;
  if (searching) return <Combobox.Empty>Searching…</Combobox.Empty>;
  return <Combobox.Empty>No field has this name. Try a broader or another word.</Combobox.Empty>;
}

function useFieldsFound(text: string, wanted: boolean): { found: Found; searching: boolean } {
  const query = useSettled(text, 120);
  const [found, setFound] = useState<Found>({ query: null, fields: [], problem: null });

  useEffect(() => {
    if (!wanted) return;
    const search = new AbortController();
    searchFields(query, search.signal)
      .then((fields) => setFound({ query, fields, problem: null }))
      .catch((error: unknown) => {
        if (!search.signal.aborted) setFound({ query, fields: [], problem: wordsOf(error) });
      });
    return () => search.abort();
  }, [query, wanted]);

  return { found, searching: found.query !== text };
}
