/** A few documents with comments, so that nobody meets an empty house. */
import * as Y from 'yjs';
import { locateQuote } from '../../app/domain/review/locate-quote.ts';
import type { DocumentKind } from '../../app/domain/documents/document-kind.ts';
import { leafTextsOf, relativeRange } from '../../app/editor/content/y-leaves.ts';
import {
  contentFromTemplate,
  TEMPLATE_CLIENT_ID,
} from '../../server/content/content-from-template.ts';
import { allTemplates } from '../../server/templates/all-templates.ts';
import type { Transaction } from '../client.ts';
import { newId } from '../new-id.ts';
import { appendUpdates } from '../queries/document-updates.ts';
import { insertDocument } from '../queries/documents.ts';
import { insertMessage, insertThread } from '../queries/threads.ts';
import type { ThreadType } from '../../app/domain/review/thread.ts';
import type { DemoKeys } from './demo.ts';

type DemoThread = {
  author: string;
  organisation: string;
  type: ThreadType;
  quote: string;
  suggestedText: string | null;
  body: string;
  reply: { author: string; body: string } | null;
};

type DemoDocument = {
  code: string;
  kind: DocumentKind;
  templateKey: string;
  title: string;
  author: string;
  threads: DemoThread[];
};

export async function seedDemoDocuments(tx: Transaction, keys: DemoKeys, now: Date): Promise<void> {
  const templates = await allTemplates();
  for (const demo of DEMO_DOCUMENTS) {
    const template = templates.find(({ key }) => key === demo.templateKey);
    if (template === undefined) throw new Error(`The demo needs the template ${demo.templateKey}.`);
    const personId = keys.person(demo.author);
    const id = newId();
    await insertDocument(tx, {
      id,
      assignmentId: keys.assignment(demo.code),
      kind: demo.kind,
      templateKey: demo.templateKey,
      title: demo.title,
      createdBy: personId,
      createdAt: now,
      isDemo: true,
    });
    const bytes = contentFromTemplate(template, { newBlockId: newId });
    await appendUpdates(tx, id, {
      updates: [{ bytes, personId, sessionId: null, clientId: TEMPLATE_CLIENT_ID }],
      at: now,
    });
    await seedThreads(tx, { keys, now, documentId: id, content: bytes, threads: demo.threads });
  }
}

async function seedThreads(
  tx: Transaction,
  given: {
    keys: DemoKeys;
    now: Date;
    documentId: string;
    content: Uint8Array;
    threads: DemoThread[];
  },
): Promise<void> {
  const { keys, now, documentId, content, threads } = given;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, content);
  for (const thread of threads) {
    const anchor = { quote: thread.quote, prefix: '', suffix: '' };
    const place = locateQuote(leafTextsOf(doc), anchor);
    const range = place === null ? null : relativeRange(doc, place);
    if (range === null) throw new Error(`The demo quotes what no template says: ${thread.quote}`);
    const threadId = newId();
    const authorId = keys.person(thread.author);
    await insertThread(tx, {
      id: threadId,
      documentId,
      type: thread.type,
      visibility: 'ALL',
      authorId,
      authorOrganisationId: keys.organisation(thread.organisation),
      ...anchor,
      rangeStart: range.start,
      rangeEnd: range.end,
      suggestedText: thread.suggestedText,
      createdAt: now,
    });
    const message = { threadId, createdAt: now };
    await insertMessage(tx, { ...message, id: newId(), authorId, body: thread.body });
    if (thread.reply !== null) {
      const replier = keys.person(thread.reply.author);
      await insertMessage(tx, {
        ...message,
        id: newId(),
        authorId: replier,
        body: thread.reply.body,
      });
    }
  }
  doc.destroy();
}

const DEMO_DOCUMENTS: readonly DemoDocument[] = [
  {
    code: 'PMI-2',
    kind: 'TOR',
    templateKey: 'tor-firm',
    title: '《全国碳市场运行评估》工作大纲 Terms of Reference: National ETS performance review',
    author: 'expert@demo.test',
    threads: [
      {
        author: 'reviewer@bank.demo.test',
        organisation: 'bank',
        type: 'CHANGE',
        quote:
          'diagnosis, design of options, calculation and validation, consultation, and reporting',
        suggestedText:
          'diagnosis, consultation on scope, design of options, calculation and validation, second consultation, and reporting',
        body: 'One consultation at the end comes too late to change the options. Please plan two.',
        reply: null,
      },
      {
        author: 'lead@bank.demo.test',
        organisation: 'bank',
        type: 'QUESTION',
        quote: 'Consultant names one contact',
        suggestedText: null,
        body: 'Should this be the team leader, or may it be a project assistant?',
        reply: {
          author: 'expert@demo.test',
          body: '建议为项目负责人。The team leader, in our view; we will say so here.',
        },
      },
      {
        author: 'pmo@demo.test',
        organisation: 'pmo',
        type: 'NOTE',
        quote: '近〔年数〕年内完成过不少于〔数量〕项',
        suggestedText: null,
        body: '年限和数量请与 PMI-5 的要求保持一致。',
        reply: null,
      },
    ],
  },
  {
    code: 'PMI-4',
    kind: 'TOR',
    templateKey: 'tor-firm',
    title: '《核查机构监督管理规则》工作大纲 Terms of Reference: Verifier supervision rules',
    author: 'expert@demo.test',
    threads: [],
  },
  {
    code: 'PMI-17',
    kind: 'INTERIM_REPORT',
    templateKey: 'interim-report',
    title: '《连续监测技术应用》中期报告 Interim Report: Continuous monitoring pilots',
    author: 'firm-a@demo.test',
    threads: [
      {
        author: 'external@demo.test',
        organisation: 'experts',
        type: 'ISSUE',
        quote: '样本为〔范围及数量〕',
        suggestedText: '样本为〔范围及数量〕，抽样方法为〔方法〕',
        body: '请说明样本如何抽取，否则结论难以推广。',
        reply: null,
      },
      {
        author: 'expert@demo.test',
        organisation: 'pmo',
        type: 'QUESTION',
        quote: '数据质量检查结果为〔结果〕',
        suggestedText: null,
        body: '是否与月度存证数据作过比对？Was it compared with the monthly filings?',
        reply: null,
      },
    ],
  },
];
