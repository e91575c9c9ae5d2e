import { type DynamicModule, type FactoryProvider, Module, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { LineDefinition } from '#application/define-line.js';
import type { BackupDesk } from '#application/backup/desk.js';
import type { DemoRemoval } from '#application/demo/removal.js';
import type { Registry } from '#application/registry.js';
import type { Platform } from '../platform/platform.js';
import { AlertsController } from './alerts/alerts.controller.js';
import type { SignInUses } from '../sign-in/open-sign-in.js';
import { BulkController } from './commands/bulk.controller.js';
import { DispatchHandler } from './commands/dispatch.js';
import { controllerOf } from './commands/stream.controller.js';
import { DefinitionsController } from './definitions/definitions.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { EntryBatchesController } from './entry/entry-batches.controller.js';
import { EntryWorkbooksController } from './entry/entry-workbooks.controller.js';
import { FindingsController } from './findings/findings.controller.js';
import { ReadFindingsHandler } from './findings/read-findings.js';
import { FormDraftsController } from './form-drafts/form-drafts.controller.js';
import { ImpactController } from './impact/impact.controller.js';
import { LiveController } from './live/live.controller.js';
import { liveFiguresOf } from './live/live-figures-of.js';
import type { LiveHub } from './live/live-hub.js';
import { LooksController } from './looks/looks.controller.js';
import { OpenApiController, PublishedDocument } from './openapi/openapi.controller.js';
import { BackupsController } from './operations/backups.controller.js';
import { DemoController } from './operations/demo.controller.js';
import { FeedsController } from './operations/feeds.controller.js';
import { Metrics } from './operations/metrics.js';
import { OperationsController } from './operations/operations.controller.js';
import type { ReadBackups } from './operations/read-backups.js';
import { PeriodsController } from './periods/periods.controller.js';
import { SealsController } from './periods/seals.controller.js';
import { BrokenGlassController, PersonsController } from './persons/persons.controller.js';
import { DeadlinesController } from './queries/deadlines.controller.js';
import { FiguresController } from './queries/figures.controller.js';
import { SavedViewsController } from './saved-views/saved-views.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { TemplatesController } from './templates/templates.controller.js';
import { FramesController } from './sheets/frames.controller.js';
import { LastYearController } from './sheets/last-year.controller.js';
import { NarrativeController } from './sheets/narrative.controller.js';
import { SheetDocumentsController } from './sheets/sheet-documents.controller.js';
import { SheetsController } from './sheets/sheets.controller.js';
import { OwnController } from './sign-in/own.controller.js';
import { ProviderController } from './sign-in/provider.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { UsersController } from './sign-in/users.controller.js';
import type { FreshnessWatch } from './queries/freshness.js';
import { ReadCaseHandler } from './queries/read-case.js';
import { ReadEvidenceHandler } from './queries/read-evidence.js';
import { ReadCompletenessHandler, ReadFiguresHandler } from './queries/read-figures.js';
import { ReadDeadlinesHandler, ReadRegisterHandler } from './queries/read-lists.js';
import { registerController } from './queries/register.controller.js';
import { RegisterWorkbooks } from './queries/register-workbooks.js';
import { BACKUPS, BACKUP_DESK, DEMO_REMOVAL, FRESHNESS, LIVE, LIVE_FIGURES, PLATFORM, SIGN_IN } from './tokens.js';

/** What the routes rest on. */
export interface ApiParts {
  readonly platform: Platform;
  readonly freshness: FreshnessWatch;
  readonly metrics: Metrics;
  readonly hub: LiveHub;
  readonly published: PublishedDocument;
  readonly backups: ReadBackups;
  /** Absent where this process makes no backups. */
  readonly desk: BackupDesk | undefined;
  readonly removal: DemoRemoval;
  readonly signIn: SignInUses;
}

/** What is decided about persons is shown by routes of its own, to those it concerns. */
const openLines = ({ lines }: Registry): readonly LineDefinition[] =>
  lines.filter(({ people }) => people === undefined);

/** The routes there are: those every deployment has, and those that follow from the lines declared. */
export const controllersFor = (registry: Registry): readonly Type[] => [
  ...openLines(registry).flatMap((line) => line.streams.map((stream) => controllerOf(registry, line, stream))),
  ...openLines(registry).flatMap((line) =>
    line.registers.map((register) => registerController(registry, line, register)),
  ),
  BulkController,
  FiguresController,
  FindingsController,
  ImpactController,
  EntryWorkbooksController,
  EntryBatchesController,
  DeadlinesController,
  AlertsController,
  DirectoryController,
  PersonsController,
  BrokenGlassController,
  LooksController,
  FormDraftsController,
  SavedViewsController,
  DefinitionsController,
  LiveController,
  PeriodsController,
  SealsController,
  DraftsController,
  FramesController,
  SheetsController,
  TemplatesController,
  SheetDocumentsController,
  LastYearController,
  NarrativeController,
  SignInController,
  ProviderController,
  OwnController,
  UsersController,
  RulesController,
  FeedsController,
  BackupsController,
  DemoController,
  OperationsController,
  OpenApiController,
];

const made = <Value>(provide: Type<Value> | symbol, useFactory: () => Value): FactoryProvider<Value> => ({
  provide,
  useFactory,
});

@Module({})
export class ApiModule {
  static of(parts: ApiParts): DynamicModule {
    const { platform, freshness, metrics, hub, published, backups, desk, removal, signIn } = parts;
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      controllers: [...controllersFor(platform.registry)],
      providers: [
        { provide: PLATFORM, useValue: platform },
        { provide: FRESHNESS, useValue: freshness },
        { provide: LIVE, useValue: hub },
        made(LIVE_FIGURES, () => liveFiguresOf(parts)),
        { provide: BACKUPS, useValue: backups },
        { provide: BACKUP_DESK, useValue: desk ?? null },
        { provide: DEMO_REMOVAL, useValue: removal },
        { provide: SIGN_IN, useValue: signIn },
        { provide: Metrics, useValue: metrics },
        { provide: PublishedDocument, useValue: published },
        made(DispatchHandler, () => new DispatchHandler(platform, metrics)),
        made(ReadCaseHandler, () => new ReadCaseHandler(platform)),
        made(ReadFiguresHandler, () => new ReadFiguresHandler(parts)),
        made(ReadFindingsHandler, () => new ReadFindingsHandler(parts)),
        made(ReadCompletenessHandler, () => new ReadCompletenessHandler(parts)),
        made(ReadEvidenceHandler, () => new ReadEvidenceHandler(parts)),
        made(ReadRegisterHandler, () => new ReadRegisterHandler(parts)),
        made(RegisterWorkbooks, () => new RegisterWorkbooks(parts)),
        made(ReadDeadlinesHandler, () => new ReadDeadlinesHandler(parts)),
      ],
    };
  }
}
