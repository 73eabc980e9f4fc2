export {
  columnsOf,
  type Claim,
  type Column,
  type EvidenceKind,
  type Feeling,
  type Saying,
} from "../../core/map/sheet/column.ts";
