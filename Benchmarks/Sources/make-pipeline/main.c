// Makes a bureau's pipeline of a given size: about ten events a project, the same for the same size.
//
//   make-pipeline PROJECTS EXCHANGE-FILE CARDS-FILE TABLE-FILE [PART]
//
// PART, from 0, is for a pipeline of several files: cards and table are added to, names go on.
//
// EXCHANGE-FILE is what `zhaoshang import` reads, CARDS-FILE what `floor` reads (the open projects),
// TABLE-FILE the projects as tab-separated lines for sqlite3.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t state;

// SplitMix64: the same numbers on every machine.
static unsigned dice(unsigned limit) {
  state += 0x9E3779B97F4A7C15u;
  uint64_t mixed = state;
  mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
  return (unsigned)((mixed ^ mixed >> 31) % limit);
}

#define PICK(list) list[dice(sizeof list / sizeof *list)]

static const char *const towns[] = {
    "青岛", "上海", "内江", "苏州", "深圳", "杭州", "成都", "西安", "武汉", "合肥", "重庆", "长沙",
    "昆山", "邹平", "滨州", "佛山", "宁波", "潍坊", "东莞", "无锡"};
static const char *const trades[] = {
    "硅碳负极材料", "冷链物流", "高端铝材", "医药中间体", "棉纺织", "智能装备", "光伏组件",
    "数据中心", "氢能装备", "新型建材", "生物医药", "功能糖", "特种纤维", "新能源汽车零部件",
    "碳纤维缠绕储氢瓶", "低空飞行器整机"};
static const char *const forms[] = {
    "生产基地", "产业园", "研发中心", "一期", "二期", "区域总部", "配套项目", "技术改造"};
static const char *const people[] = {"王敏", "李娜", "张伟", "刘洋", "陈静", "赵磊", "周杰", "吴倩"};
static const char *const steps[] = {
    "带技术团队到厂区看用地和蒸汽", "补能耗指标测算", "约董事长来访", "报经信局协调用能",
    "核对投资协议文本", "落实过渡厂房租金"};
static const char *const stages[] = {
    "contact", "visit", "return-visit", "intent", "approval", "signing"};
static const char *const losses[] = {"land", "terms", "elsewhere"};

static void print_day(FILE *file, unsigned day) {
  // Months of 28 days: every day exists.
  fprintf(file, "\"20%02u-%02u-%02u\"", 22 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
}

static FILE *create(const char *path, const char *mode) {
  FILE *file = fopen(path, mode);
  if (!file) {
    perror(path);
    exit(1);
  }
  return file;
}

int main(int count, char **arguments) {
  if (count != 5 && count != 6) {
    fprintf(stderr, "make-pipeline PROJECTS EXCHANGE CARDS TABLE [PART]\n");
    return 1;
  }
  unsigned projects = (unsigned)strtoul(arguments[1], NULL, 10);
  unsigned part = count == 6 ? (unsigned)strtoul(arguments[5], NULL, 10) : 0;
  unsigned first = part * projects;
  state = 20230719 + projects + part * 7919ul;
  FILE *file = create(arguments[2], "w");
  FILE *cards = create(arguments[3], part ? "a" : "w");
  FILE *table = create(arguments[4], part ? "a" : "w");
  fprintf(file, "{\"format\":\"zhaoshang-exchange\",\"version\":1,\"projects\":[");
  unsigned *begun = malloc(projects * sizeof *begun), *left = malloc(projects * sizeof *left);
  if (!begun || !left) return 1;
  for (unsigned index = 0; index < projects; index++) {
    const char *town = PICK(towns), *trade = PICK(trades), *form = PICK(forms);
    const char *owner = PICK(people);
    unsigned furthest = dice(6), day = dice(1100);
    int is_lost = furthest < 5 && dice(4) == 0;
    begun[index] = day;
    fprintf(file, "%s\n{\"key\":\"P%u\",\"name\":\"%s%s%s%06u\"", index ? "," : "", index, town,
            trade, form, first + index);
    fprintf(file, ",\"investors\":[\"%s第%u实业有限公司\"],\"lead\":[\"招商%u组\"]", PICK(towns),
            dice(90000), dice(12) + 1);
    fprintf(file, ",\"owner\":\"%s\",\"industry\":\"%s\",\"source\":\"上海推介会\"", owner, trade);
    if (dice(3))
      fprintf(file, ",\"amount\":{\"value\":\"%u.%u\",\"unit\":\"亿元\",\"currency\":\"CNY\"}",
              dice(90), dice(9) + 1);
    if (!is_lost && dice(2)) {
      fprintf(file, ",\"next\":{\"text\":\"%s\",\"due\":", PICK(steps));
      print_day(file, 1400 + dice(300));
      fprintf(file, ",\"who\":\"%s\"}", PICK(people));
    }
    fprintf(file, ",\"stages\":[");
    for (unsigned stage = 0; stage <= furthest; stage++) {
      fprintf(file, "%s{\"stage\":\"%s\",\"on\":", stage ? "," : "", stages[stage]);
      print_day(file, day);
      fputc('}', file);
      day += dice(40);
    }
    fputc(']', file);
    if (is_lost) {
      fprintf(file, ",\"status\":{\"is\":\"lost\",\"reason\":\"%s\",\"on\":", PICK(losses));
      print_day(file, day);
      fputc('}', file);
    }
    fprintf(file, ",\"notes\":[{\"text\":\"对方来电，担心能耗指标，周五前答复\",\"on\":");
    print_day(file, day);
    fprintf(file, "}]}");
    left[index] = 8 - furthest - (is_lost ? 1 : 0);
    if (!is_lost) fprintf(cards, "%u\t%s%s%s%06u\n", furthest, town, trade, form, first + index);
    fprintf(table, "%u\t%s%s%s%06u\t%u\t%s\t%s\n", first + index + 1, town, trade, form,
            first + index, furthest,
            owner, trade);
  }
  fprintf(file, "],\"activities\":[");
  for (unsigned index = 0, written = 0; index < projects; index++) {
    for (unsigned turn = 0; turn < left[index]; turn++, written++) {
      fprintf(file, "%s\n{\"projects\":[\"P%u\"],\"kind\":\"%s\",\"on\":", written ? "," : "",
              index, dice(2) ? "outbound" : "inbound");
      print_day(file, begun[index] + dice(250));
      fprintf(file, ",\"place\":\"%s\",\"lead\":[\"投资促进中心\"],\"counterparts\":[\"第%u实业有限公司\"]",
              PICK(towns), dice(90000));
      fprintf(file, ",\"times\":1,\"headcount\":%u,\"outcome\":\"consensus\"}", 2 + dice(6));
    }
  }
  fprintf(file, "]}\n");
  return fclose(file) || fclose(cards) || fclose(table);
}
