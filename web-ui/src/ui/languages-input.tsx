import { MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./languages-input.module.css";
import { LANGUAGES } from "./languages";

interface LanguagesInputProps {
  label: string;
  description?: string;
  error?: ReactNode;
  value: string[];
  onChange: (codes: string[]) => void;
}

/** Languages that somebody can talk in. */
export function LanguagesInput({ value, ...rest }: LanguagesInputProps) {
  return (
    <MultiSelect
      {...rest}
      value={value}
      data={LANGUAGES}
      classNames={{ inputField: classes.input ?? "" }}
      maxValues={8}
      searchable
      hidePickedOptions
      comboboxProps={{ withinPortal: false }}
      placeholder={value.length === 0 ? "Such as English" : ""}
      nothingFoundMessage="No such language"
    />
  );
}
